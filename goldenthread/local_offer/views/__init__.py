"""The public pages. Everything they show comes from the published copies; nobody needs to sign in."""
