"""Pages for those who keep the hall: its people, stations, complaints, and what it tells others."""
