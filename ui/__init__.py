"""The windows of Terraloom: widgets that collect parameters and show results."""
