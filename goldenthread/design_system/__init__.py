"""Form fields, components, layouts, charts and the gallery: what every page is built from."""
