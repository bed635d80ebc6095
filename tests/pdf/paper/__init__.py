"""A finished PDF as its readers meet it: what is printed, what is tagged, what is written about it. No judgement here."""
