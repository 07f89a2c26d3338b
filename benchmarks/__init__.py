"""Measurements, none of which is a test."""
