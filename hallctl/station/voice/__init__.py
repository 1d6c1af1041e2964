"""The hall's voice: words become clips, clips become sound; nothing here knows what is called."""
