//! What objects do: properties, magic methods, comparison and cast handlers.
