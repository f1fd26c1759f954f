// Vite sets this to the base of its own pages; to the program it means the address that people open.
delete process.env.BASE_URL
