"""Log in and out, look after your own account, and after those of others."""
