/** Python of every form of the hardware blocks, by the block that it is read as; for reading.test.ts. */

/** What the rows use, so that the class of each object is known. */
export const PRELUDE = `import machine, time, network, socket, requests, asyncio, os, json, struct, binascii, gc, ntptime
import _thread, random, math, music, radio, microbit, neopixel, pyb, hcsr04, onewire, ds18x20, framebuf, micropython, array
from machine import Pin, ADC, PWM, I2C, SoftI2C, SPI, UART, Timer, RTC, WDT, TouchPad
from ssd1306 import SSD1306_I2C
from pico_i2c_lcd import I2cLcd
from umqtt.simple import MQTTClient
led = Pin(2, Pin.OUT)
the_bus = I2C(0)
port = UART(1)
fast = SPI(1)
clockwork = Timer()
moment = RTC()
lamps = neopixel.NeoPixel(Pin(4), 8)
picture = SSD1306_I2C(128, 64, the_bus)
panel = I2cLcd(the_bus, 39, 2, 16)
radio_link = network.WLAN(network.STA_IF)
line = socket.socket()
answer = requests.get('http://x')
broker = MQTTClient('a', 'b')
runner = asyncio.get_event_loop()
signal = asyncio.Event()
paper = open('x')
bite = WDT(timeout=5)
range_finder = hcsr04.HCSR04(trigger_pin=3, echo_pin=2)
probe = ds18x20.DS18X20(onewire.OneWire(Pin(4)))
pad = TouchPad(Pin(4))
meter = ADC(Pin(34))
wave = PWM(Pin(15))
values = [1, 2]
ages = {}
words = 'a,b'
`;

export const TABLE: Readonly<Record<string, readonly string[]>> = {
  // Pins
  pin_new: [
    "x = pyb.Pin('X1', pyb.Pin.OUT_PP)",
    "x = pyb.Pin('X1', pyb.Pin.IN, pyb.Pin.PULL_UP)",
    'x = Pin(4, Pin.IN)',
  ],
  pin_new_value: [
    'x = Pin(2, Pin.OUT, value=1)',
    'x = machine.Pin(2, mode=Pin.OUT, value=0)',
    'x = Pin(2, value=0, mode=Pin.OUT)',
  ],
  pin_turn: ['led.on()', 'led.off()', 'led.high()', 'led.low()', 'unknown.on()'],
  pin_irq: [
    'led.irq(trigger=Pin.IRQ_FALLING, handler=f)',
    'led.irq(handler=f, trigger=Pin.IRQ_RISING)',
    'led.irq(f, Pin.IRQ_RISING | Pin.IRQ_FALLING)',
    'led.irq(f, trigger=Pin.IRQ_FALLING | Pin.IRQ_RISING)',
    'led.irq(lambda pin: print(pin))',
    'led.irq(f, trigger=Pin.IRQ_FALLING)',
    'led.irq(f, Pin.IRQ_RISING)',
    'led.irq(f, Pin.IRQ_FALLING | Pin.IRQ_RISING)',
  ],
  pyb_led: ['x = pyb.LED(1)'],
  // Sensors
  adc_new: ['x = ADC(26)', 'x = ADC(Pin(26))', 'x = pyb.ADC("X1")', 'x = ADC(led, atten=ADC.ATTN_11DB)'],
  adc_read: ['x = meter.read()', 'x = unknown.read_u16()', 'x = meter.read_uv()', 'x = pot1.read()'],
  adc_range: ['meter.atten(ADC.ATTN_11DB)', 'meter.atten(ADC.ATTN_0DB)'],
  adc_bits: ['meter.width(ADC.WIDTH_12BIT)', 'meter.width(ADC.WIDTH_9BIT)'],
  ultrasonic_new: [
    'x = hcsr04.HCSR04(trigger_pin=3, echo_pin=2)',
    'x = hcsr04.HCSR04(3, 2)',
    'x = hcsr04.HCSR04(echo_pin=2, trigger_pin=3, echo_timeout_us=10000)',
  ],
  ultrasonic_read: ['x = range_finder.distance_cm()', 'x = range_finder.distance_mm()'],
  pulse_length: ['x = machine.time_pulse_us(led, 1)', 'x = machine.time_pulse_us(led, 1, 30000)'],
  onewire_new: ['x = onewire.OneWire(Pin(4))', 'x = onewire.OneWire(led)'],
  ds18x20_new: ['x = ds18x20.DS18X20(wire)'],
  ds18x20_scan: ['x = probe.scan()'],
  ds18x20_measure: ['probe.convert_temp()'],
  ds18x20_read: ['x = probe.read_temp(rom)'],
  touch_new: ['x = TouchPad(Pin(4))', 'x = TouchPad(led)'],
  touch_read: ['x = pad.read()'],
  dht_new: ['import dht\nx = dht.DHT22(led)'],
  pwm_new: ['x = PWM(Pin(15))', 'x = PWM(Pin(15), freq=50)', 'x = PWM(Pin(15), 50)', 'x = PWM(led, freq=50)'],
  pwm_duty: ['wave.duty_u16(3)', 'wave.duty(3)', 'wave.duty_ns(3)'],
  // Time
  sleep_ms: ['time.sleep_ms(5)', 'microbit.sleep(5)', 'pyb.delay(5)'],
  ticks_ms: ['x = time.ticks_ms()', 'x = microbit.running_time()', 'x = pyb.millis()'],
  sleep_us: ['time.sleep_us(10)', 'pyb.udelay(10)'],
  clock_now: ['x = time.time()', 'x = time.ticks_us()', 'x = time.ticks_cpu()', 'x = time.time_ns()'],
  ticks_add: ['x = time.ticks_add(a, 5)'],
  date_parts: ['x = time.localtime()', 'x = time.localtime(0)', 'x = time.gmtime()'],
  rtc_new: ['x = RTC()'],
  rtc_read: ['x = moment.datetime()'],
  rtc_set: ['moment.datetime((2026, 1, 1, 0, 0, 0, 0, 0))'],
  internet_time: ['ntptime.settime()'],
  timer_new: ['x = Timer()', 'x = Timer(-1)'],
  timer_running: [
    'x = Timer(0, mode=Timer.PERIODIC, period=5, callback=f)',
    'x = Timer(period=5, callback=f)',
    'x = Timer(mode=Timer.ONE_SHOT, callback=f, period=5)',
    'x = Timer(0, freq=2, callback=f)',
  ],
  timer_start: [
    'clockwork.init(period=5, mode=Timer.PERIODIC, callback=f)',
    'clockwork.init(mode=Timer.ONE_SHOT, period=5, callback=f)',
    'clockwork.init(freq=2, callback=f)',
    'clockwork.init(freq=2, mode=machine.Timer.PERIODIC, callback=f)',
  ],
  deinit: ['clockwork.deinit()', 'wave.deinit()'],
  // Lights and screens
  neopixel_new: [
    'x = neopixel.NeoPixel(Pin(4), 8)',
    'x = neopixel.NeoPixel(Pin(4, Pin.OUT), 8)',
    'x = neopixel.NeoPixel(led, n)',
  ],
  neopixel_set: ['lamps[0] = (1, 2, 3)', 'np[i + 1] = (r, g, b)'],
  neopixel_set_color: [
    'lamps[0] = color',
    'lamps[0] = 1, 2, 3',
    'lamps[0] = (1, 2, 3, 4)',
    'lamps[0] = (*a, 1, 2)',
  ],
  neopixel_fill: ['lamps.fill((0, 0, 0))'],
  neopixel_fill_color: ['lamps.fill(color)'],
  neopixel_show: ['lamps.write()', 'self.np.write()'],
  screen_new: [
    'x = SSD1306_I2C(128, 64, b)',
    'x = SSD1306_I2C(128, 64, b, addr=0x3D)',
    'x = SSD1306_I2C(128, 64, b, 0x3D)',
  ],
  screen_fill: ['picture.fill(0)', 'oled.fill(0)'],
  screen_text: ['picture.text("a", 0, 0)', 'picture.text("a", 0, 0, 1)'],
  screen_pixel: ['picture.pixel(1, 2, 1)'],
  screen_line: ['picture.line(1, 2, 3, 4, 1)'],
  screen_straight: ['picture.hline(1, 2, 3, 1)', 'picture.vline(1, 2, 3, 1)'],
  screen_rect: ['picture.rect(1, 2, 3, 4, 1)', 'picture.fill_rect(1, 2, 3, 4, 1)'],
  screen_scroll: ['picture.scroll(1, 0)'],
  screen_show: ['picture.show()', 'self.display.show()'],
  lcd_new: ['x = I2cLcd(b, 0x27, 2, 16)'],
  lcd_print: ['panel.putstr("a")'],
  lcd_move: ['panel.move_to(0, 1)'],
  lcd_do: ['panel.clear()', 'panel.backlight_on()', 'panel.backlight_off()'],
  // Buses
  i2c_new: [
    'x = I2C(0, scl=Pin(1), sda=Pin(0), freq=400000)',
    'x = I2C(0, sda=Pin(0), scl=Pin(1))',
    'x = I2C(scl=a, sda=b, freq=9)',
    'x = I2C(1)',
    'x = SoftI2C(scl=Pin(1), sda=Pin(0))',
    'x = SoftI2C(freq=9, sda=a, scl=Pin(5))',
  ],
  i2c_scan: ['x = the_bus.scan()', 'x = self.i2c.scan()'],
  i2c_read: ['x = the_bus.readfrom(64, 2)'],
  i2c_read_register: ['x = the_bus.readfrom_mem(64, 1, 2)'],
  i2c_write: ["the_bus.writeto(64, b'a')"],
  i2c_write_register: ["the_bus.writeto_mem(64, 1, b'a')"],
  spi_new: ['x = SPI(1, baudrate=9, sck=Pin(1))', 'x = machine.SoftSPI(9, sck=a, mosi=b, miso=c)'],
  uart_new: ['x = UART(1, 9600)', 'x = UART(1, baudrate=9600, tx=Pin(4), rx=Pin(5))'],
  bus_write: ["port.write('a')", "fast.write(b'a')", "self.uart.write('a')"],
  bus_read: ['x = port.read(4)', 'x = fast.read(4)'],
  uart_read: ['x = port.read()', 'x = port.readline()', 'if port.any():\n    pass'],
  // Network
  wifi_new: [
    'x = network.WLAN(network.STA_IF)',
    'x = network.WLAN(network.AP_IF)',
    'x = network.WLAN(network.WLAN.IF_STA)',
    'x = network.WLAN()',
    'x = network.WLAN(network.WLAN.IF_AP)',
  ],
  wifi_active: ['radio_link.active(True)'],
  wifi_connect: ["radio_link.connect('a', 'b')"],
  wifi_is_connected: ['while not radio_link.isconnected():\n    pass'],
  wifi_read: [
    'x = radio_link.ifconfig()[0]',
    'x = radio_link.status()',
    'x = radio_link.scan()',
    'x = radio_link.active()',
  ],
  wifi_ask: ["x = radio_link.config('mac')", "x = radio_link.status('rssi')"],
  wifi_addresses: ["radio_link.ifconfig(('', '', '', ''))"],
  wifi_settings: ["radio_link.config(essid='a', password='b')", 'ap.config(pm=0)'],
  disconnect: ['radio_link.disconnect()', 'broker.disconnect()'],
  socket_new: [
    'x = socket.socket()',
    'x = socket.socket(socket.AF_INET, socket.SOCK_STREAM)',
    'x = socket.socket(socket.AF_INET)',
    'x = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
  ],
  socket_address: ["x = socket.getaddrinfo('a', 80)[0][-1]", "x = socket.getaddrinfo('a', 80)[0][4]"],
  socket_join: ['line.connect(address)', "line.bind(('', 80))"],
  socket_listen: ['line.listen(1)', 'line.listen()'],
  socket_accept: ['a, b = line.accept()'],
  socket_send: [
    'line.send(a)',
    'line.sendall(a)',
    'line.write(a)',
    'guest, there = line.accept()\nguest.send(a)',
  ],
  socket_receive: ['x = line.recv(9)', 'x = line.read(9)'],
  socket_read_line: ['x = line.readline()'],
  socket_timeout: ['line.settimeout(5)'],
  socket_reuse: ['line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)'],
  http_get: ['x = requests.get(a)', 'x = requests.get(a, headers=b)'],
  http_send: [
    'x = requests.post(a, json=b)',
    'x = requests.post(a, data=b)',
    'x = requests.put(a, headers=c, data=b)',
    'x = requests.patch(a, json=b)',
  ],
  http_read: ['x = answer.text', 'x = answer.json()', 'x = answer.status_code', 'x = answer.content'],
  mqtt_new: [
    "x = MQTTClient('a', 'b', port=1883)",
    "import umqtt.robust\nx = umqtt.robust.MQTTClient('a', 'b')",
  ],
  mqtt_connect: ['broker.connect()', 'self.client.connect()'],
  mqtt_publish: [
    'broker.publish(a, b)',
    'broker.publish(a, b, retain=True, qos=1)',
    'unknown.publish(a, b, qos=1)',
  ],
  mqtt_subscribe: ['broker.subscribe(a)'],
  mqtt_callback: ['broker.set_callback(f)'],
  mqtt_look: ['broker.check_msg()', 'broker.wait_msg()', 'broker.ping()'],
  // Tasks
  task_sleep: ['async def f():\n    await asyncio.sleep(1)', 'async def f():\n    await asyncio.sleep_ms(1)'],
  task_run: ['asyncio.run(main())'],
  task_start: ['asyncio.create_task(main())'],
  task_new: ['x = asyncio.create_task(main())'],
  task_gather: [
    'async def f():\n    await asyncio.gather(a(), b())',
    'async def f():\n    await asyncio.gather(*tasks)',
  ],
  loop_new: ['x = asyncio.get_event_loop()'],
  loop_start: ['runner.create_task(main())'],
  loop_run: ['runner.run_forever()'],
  loop_run_until: ['runner.run_until_complete(main())'],
  event_new: ['x = asyncio.Event()'],
  event_do: ['signal.set()', 'signal.clear()'],
  event_wait: ['async def f():\n    await signal.wait()'],
  thread_start: ['_thread.start_new_thread(f, ())'],
  // Files
  file_open: [
    "x = open('a')",
    "x = open('a', 'r')",
    'x = open(\'a\', "w")',
    "x = open('a', 'a')",
    "x = open('a', 'rb')",
    "x = open('a', 'wb')",
  ],
  file_write: ["paper.write('a')", "with open('a', 'w') as sheet:\n    sheet.write('a')"],
  file_read: ['x = paper.read()', 'x = paper.readline()', 'x = paper.readlines()'],
  flush: ['paper.flush()'],
  close: ['paper.close()', 'line.close()', 'answer.close()'],
  file_names: ['x = os.listdir()', "x = os.listdir('/')"],
  file_manage: ["os.remove('a')", "os.mkdir('a')", "os.rmdir('a')"],
  file_rename: ["os.rename('a', 'b')"],
  // The board
  board_restart: ['machine.reset()', 'machine.soft_reset()', 'machine.idle()'],
  board_sleep: ['machine.deepsleep(5)', 'machine.deepsleep()', 'machine.lightsleep(5)'],
  board_speed: ['machine.freq(9)'],
  board_read: ['x = machine.unique_id()', 'x = machine.freq()', 'x = machine.reset_cause()'],
  watchdog_new: ['x = WDT(timeout=5)'],
  watchdog_feed: ['bite.feed()'],
  memory_collect: ['gc.collect()'],
  memory_read: ['x = gc.mem_free()', 'x = gc.mem_alloc()'],
  fixed_number: ['X = micropython.const(1)', 'X = const(1)'],
  // micro:bit
  mb_show: ['microbit.display.show(x)'],
  mb_scroll: ["microbit.display.scroll('a')", "microbit.display.scroll('a', delay=9)"],
  mb_clear: ['microbit.display.clear()'],
  mb_set_pixel: ['microbit.display.set_pixel(1, 2, 9)'],
  mb_image: ['x = microbit.Image.HEART', 'x = microbit.Image.XMAS'],
  mb_own_image: ["x = microbit.Image('09090')"],
  mb_button: [
    'x = microbit.button_a.is_pressed()',
    'x = microbit.button_b.was_pressed()',
    'x = microbit.button_a.get_presses()',
  ],
  mb_acceleration: ['x = microbit.accelerometer.get_x()', 'x = microbit.accelerometer.get_z()'],
  mb_gesture: [
    "x = microbit.accelerometer.is_gesture('shake')",
    "x = microbit.accelerometer.was_gesture('shake')",
  ],
  mb_sense: [
    'x = microbit.temperature()',
    'x = microbit.compass.heading()',
    'x = microbit.display.read_light_level()',
  ],
  mb_pin_read: [
    'x = microbit.pin0.read_digital()',
    'x = microbit.pin0.read_analog()',
    'x = microbit.pin0.is_touched()',
  ],
  mb_pin_write: ['microbit.pin0.write_digital(1)', 'microbit.pin0.write_analog(9)'],
  mb_music: ['music.play(music.BIRTHDAY)', "music.play(['c'], wait=False)"],
  mb_pitch: ['music.pitch(440)', 'music.pitch(440, 9)', 'music.pitch(440, duration=9)'],
  mb_radio: ['radio.on()', 'radio.off()'],
  mb_radio_settings: ['radio.config(group=1)'],
  mb_radio_send: ["radio.send('a')"],
  mb_radio_receive: ['x = radio.receive()'],
  // Numbers
  random_part: ['x = random.random()'],
  random_uniform: ['x = random.uniform(0, 1)'],
  random_choice: ['x = random.choice(values)'],
  random_below: ['x = random.randrange(5)'],
  random_range: ['x = random.randrange(1, 5)', 'x = random.randrange(1, 5, 2)'],
  random_bits: ['x = random.getrandbits(8)'],
  random_seed: ['random.seed()', 'random.seed(1)'],
  math_function: 'sqrt sin cos tan asin acos atan radians degrees floor ceil trunc exp log10 fabs'
    .split(' ')
    .map((name) => `x = math.${name}(2)`),
  math_two: ['x = math.pow(1, 2)', 'x = math.atan2(1, 2)', 'x = math.fmod(1, 2)'],
  math_log: ['x = math.log(2)', 'x = math.log(2, 3)'],
  math_constant: ['x = math.pi', 'x = math.e'],
  // Text
  text_change: 'upper lower strip lstrip rstrip'.split(' ').map((name) => `x = words.${name}()`),
  text_split: ['x = words.split()', "x = words.split(',')"],
  text_join_list: ["x = ', '.join(values)", 'x = unknown.join(values)'],
  text_replace: ["x = words.replace('a', 'b')"],
  text_test: ["x = words.startswith('a')", "x = words.endswith('a')"],
  text_find: ["x = words.find('a')"],
  text_format: ["x = '{}'.format(a, b=1)"],
  text_bytes: ['x = words.encode()', "x = b'a'.decode('utf-8')"],
  text_code: 'hex bin chr ord repr'.split(' ').map((name) => `x = ${name}(y)`),
  // Lists
  length: ['x = len(values)'],
  list_add: ['values.append(1)', 'unknown.append(1)'],
  list_insert: ['values.insert(0, 1)'],
  list_take: ['x = values.pop()', 'x = values.pop(0)'],
  list_remove: ['values.remove(1)'],
  list_change: ['values.sort()', 'values.reverse()', 'values.clear()'],
  list_find: ['x = values.index(1)', 'x = values.count(1)'],
  list_sum: 'sum any all'.split(' ').map((name) => `x = ${name}(values)`),
  list_from: 'sorted reversed enumerate list tuple set bytes bytearray'
    .split(' ')
    .map((name) => `x = ${name}(values)`),
  range: ['x = range(5)', 'x = range(1, 5)', 'x = range(1, 5, 2)'],
  dict_get: ["x = ages.get('a')", "x = ages.get('a', 0)"],
  dict_parts: ['x = ages.keys()', 'x = ages.values()', 'x = ages.items()'],
  json_read: ['x = json.loads(a)', 'x = json.load(a)'],
  json_text: ['x = json.dumps(a)'],
  json_save: ['json.dump(a, paper)'],
  bytes_pack: ["x = struct.pack('<h', 1)"],
  bytes_unpack: ["x = struct.unpack('<h', a)"],
  bytes_hex: ['x = binascii.hexlify(a)', 'x = binascii.unhexlify(a)'],
  array_new: ["x = array.array('h', values)"],
};

/** What looks like one of these blocks and is none: the general call blocks take it. */
export const OTHERS: readonly string[] = [
  'x = I2C(0, scl=Pin(1), sda=Pin(0), timeout=9)',
  'x = I2C(*args)',
  'unknown.show()',
  'unknown.fill(0)',
  'unknown.write()',
  'unknown.connect()',
  'x = unknown.read()',
  'x = unknown.scan()',
  'led.irq(handler=f, trigger=3)',
  'led.irq(f, Pin.IRQ_FALLING, hard=True)',
  'values.write(1)',
  'gc.close()',
  "x = open('a', mode)",
  "x = open('a', 'r', encoding='utf-8')",
  'x = range(1, 2, 3, 4)',
  'x = sorted(values, key=f)',
  'picture.text("a", 0)',
  'clockwork.init(period=5, callback=f, hard=False)',
];
