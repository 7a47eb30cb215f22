"""The evaluation: material, questions with their facts, summary, measures, signature."""
