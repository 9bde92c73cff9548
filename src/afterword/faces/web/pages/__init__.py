"""What each template is given: frozen values, worded for the reader, nothing left to look up."""
