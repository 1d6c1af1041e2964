"""What visitors say beside their marks, and ratings that look made up."""
