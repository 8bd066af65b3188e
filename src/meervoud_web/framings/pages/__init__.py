"""What people see and send about how they see a challenge."""
