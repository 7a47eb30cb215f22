"""Ground floor: small things without any rule of the crisis work in them."""
