# Nothing of JavaScript is within reach.
for name in ("js", "jsffi", "_hook", "_js_pin_read", "_bridge"):
    try:
        module = __import__(name)
    except ImportError:
        print(name, "is not there")
        continue
    names = []
    for attribute in ("globalThis", "eval", "Function", "constructor", "process", "self", "postMessage", "fetch", "Object", "window", "mem_info",
                      "create_proxy", "to_js", "async_wait", "JsProxy", "JsException"):
        try:
            found = getattr(module, attribute)
            names.append(attribute)
        except Exception:
            pass
    print(name, names, dir(module))
import _hw
print(_hw.pin_read is _hw.pin_read)
for attribute in ("constructor", "__proto__", "prototype", "call"):
    try:
        print(getattr(_hw.pin_read, attribute))
    except Exception as e:
        print(type(e).__name__)
