"""The screens: view models, touches, layout and pictures."""
