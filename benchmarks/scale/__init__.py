"""Speed, memory and accuracy from one article to an archive, beside what people would use instead."""
