größe = 3
_h_ = 4
def öffnen(ventil='Ä'): return ventil * größe
print(öffnen(), _h_)
or_ = 1; if_ = 2; range1 = 3
print(or_ + if_ + range1)
match = 1; case = 2; type = 3; _ = 4; print(match, case, type, _)
print('print' if print else 0)
class print_:
    match = 5
print(print_.match)
async_ = await_ = 1
