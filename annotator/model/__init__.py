"""The domain model: frozen values and pure functions, without files and Qt. Imports little but msgspec."""
