"""Where entries come from: each module reads one kind of file or feed into Incoming."""
