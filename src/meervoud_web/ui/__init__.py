"""What every page shares: base template, components, theme, errors and languages."""
