"""What is measured rather than tested: ratios against a baseline in the same run."""
