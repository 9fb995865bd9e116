"""What officers do: with pages, with the duties of the offer, with requests for copies."""
