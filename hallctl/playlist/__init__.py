"""Pictures and clips that boards show between calls: a folder, its manifest, and what is due when."""
