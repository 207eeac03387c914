"""Every conversation of the service, one file each; the catalogue lists them."""
