"""Yes and no, by a verb said back, by what is done, by what is denied."""
