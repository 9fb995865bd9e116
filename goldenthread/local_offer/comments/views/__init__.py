"""Pages about comments: for whoever speaks, for officers, and for everybody who reads what came of it."""
