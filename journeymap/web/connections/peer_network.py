"""What counts as one address: of IPv6 the network, for anyone there has 2^64 of them."""

import ipaddress


def network(address: str) -> str:
    """The address, or the /64 it is in; "" for what is none."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        return str(found.ipv4_mapped or ipaddress.ip_network((found, 64), strict=False))
    return str(found)
