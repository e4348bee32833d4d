#: input "Ada\n7\r\nline three\nfour\nlast"
import sys
name = input("name? ")
print("hello", name)
print(int(input()) + 1)
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.read(2)), repr(sys.stdin.readline()))
print(repr(input()))
try:
    input("more? ")
except EOFError as e:
    print("EOFError:", e)
print(repr(sys.stdin.readline()), repr(sys.stdin.read()))
