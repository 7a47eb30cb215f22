"""The board (lägesbild): forecast, cards in columns, frozen pictures, time axis."""
