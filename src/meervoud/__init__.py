"""The reasoning of Meervoud: pure engines for working on wicked problems.

Each method is a package with one door, ``analyse``; see :mod:`meervoud.methods` for the list.
"""

__version__ = "0.1.0"
