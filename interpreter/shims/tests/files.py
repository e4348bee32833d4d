#: file data.txt "first\nsecond\n"
# A program's own files: read, written, listed, removed.
import os
print(open("data.txt").read().split())
with open("data.csv", "w") as f:
    f.write("t,level\n")
    for i in range(3):
        f.write("%d,%d\n" % (i, i * 10))
with open("/data.csv", "a") as f:
    print("3,30", file=f)
for line in open("data.csv"):
    print(line.strip())
with open("b.bin", "wb") as f:
    print(f.write(bytes(range(5))))
with open("b.bin", "rb") as f:
    f.seek(2)
    print(f.read(2), f.tell())
print(os.getcwd(), sorted(os.listdir()), sorted(os.listdir("/")))
os.mkdir("logs")
os.rename("data.csv", "logs/data.csv")
print(os.listdir("logs"), os.stat("logs/data.csv")[6], os.stat("logs")[0] & 0x4000)
os.chdir("logs")
print(os.getcwd(), open("data.csv").readline().strip())
os.chdir("/")
os.remove("logs/data.csv")
os.rmdir("logs")
print(sorted(os.listdir()), [n[0] for n in os.ilistdir()])
for bad in (lambda: open("nothing.txt"), lambda: os.remove("nothing.txt"), lambda: os.listdir("/nothing")):
    try:
        bad()
    except OSError as e:
        print("OSError", e.errno)
print(os.uname().sysname, os.uname()[0])
