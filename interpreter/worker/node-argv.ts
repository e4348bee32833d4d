/** Imported first in a Node worker: the interpreter's glue takes the file it is called from for a command line, and would start a REPL. */

process.argv.length = 1;
