"""The sketches: pages to draw on, over a map, a drawing of the building or a photo."""
