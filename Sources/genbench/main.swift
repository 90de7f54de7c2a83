print("genbench")
