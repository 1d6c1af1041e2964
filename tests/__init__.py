"""The tests: stories, laws, fakes and pictures of the hall."""
