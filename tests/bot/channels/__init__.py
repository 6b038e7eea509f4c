"""What each channel takes in and sends out."""
