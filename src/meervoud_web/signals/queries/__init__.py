"""What can be asked about signals."""
