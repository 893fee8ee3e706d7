# @unit page-abc123
## Part
