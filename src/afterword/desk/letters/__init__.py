"""Letters: what one may use and whom it is for, drafted, kept, looked at again, carried out of the door."""
