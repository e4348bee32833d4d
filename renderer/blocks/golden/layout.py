#!/usr/bin/env python
import machine , time; from machine import (Pin,  # pins
    ADC,
)
x=1;y = 2 ;
if x: print( "no space" ) ; y=3   # one line
else : pass
values = [
    1,   # first
    2,

    3,
]
total = x + \
    y
def f ( a,b = 2 ) :
	"tabs"
	return (a
	        + b)
