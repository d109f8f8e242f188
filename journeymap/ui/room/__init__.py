"""The facilitator's room: what the workshop screen is made of."""
