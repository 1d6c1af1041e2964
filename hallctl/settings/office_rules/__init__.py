"""Rules about the back office: dossiers, applicants, money, runs, and what goes out of the house."""
