"""Thin views: ask the casebook or the desk, hand a page object to a template, answer forms by 303."""
