"""The meeting place: the Django apps that put the engines of :mod:`meervoud` in people's hands."""
