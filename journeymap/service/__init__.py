"""The only door for a change and for a use case: rule, store and room meet here."""
