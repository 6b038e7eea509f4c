"""What is asked, and how answers become numbers."""
