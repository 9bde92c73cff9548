"""Afterword in the browser: thin views, a page object for every template, forms that need no script."""
