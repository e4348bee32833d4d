/**
 * Which MicroPython names are not on every board, as data: modules under `''`, then the names of modules and classes that
 * differ between the boards that have them. A name that stands nowhere here is on every board, or was left out on purpose.
 *
 * Source: names taken on the device (`dir()`) from builds of MicroPython 1.28.0, Josverl/micropython-stubs at ddc7d1cc,
 * together with the documentation of micropython/micropython at 1c3c2011: 1,329 documented names, 514 more seen on boards.
 * Left out, since `dir()` does not tell the truth about them: re, asyncio, uctypes, vfs, builtins, micropython, sys, time,
 * random, math, gc, instance attributes, and names that were documented but seen on no board. The module lists of the
 * ESP32-C6 and the ESP8266 were cut short; they are completed from the ESP32-C3 and the other boards.
 */

/** Boards whose names were taken, with what they are called. */
export const API_BOARDS = {
  pico: 'Raspberry Pi Pico',
  pico_w: 'Raspberry Pi Pico W',
  pico2: 'Raspberry Pi Pico 2',
  pico2_w: 'Raspberry Pi Pico 2 W',
  nano_rp2040: 'Arduino Nano RP2040 Connect',
  esp32: 'ESP32',
  esp32_s2: 'ESP32-S2',
  esp32_s3: 'ESP32-S3',
  esp32_c3: 'ESP32-C3',
  esp32_c6: 'ESP32-C6',
  esp8266: 'ESP8266',
  pybv11: 'Pyboard v1.1',
  wio_terminal: 'Wio Terminal',
} as const;

export type ApiBoard = keyof typeof API_BOARDS;

/** Words for several boards at once. */
export const BOARD_GROUPS: Readonly<Record<string, readonly ApiBoard[]>> = {
  all: Object.keys(API_BOARDS) as ApiBoard[],
  rp2: ['pico', 'pico_w', 'pico2', 'pico2_w', 'nano_rp2040'],
  'rp2-radio': ['pico_w', 'pico2_w', 'nano_rp2040'],
  'esp32-all': ['esp32', 'esp32_s2', 'esp32_s3', 'esp32_c3', 'esp32_c6'],
};

/** Module or `module.Class` to boards (ids and groups) to the names that these boards alone have. */
export const PARTIAL_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': {
    all: 'array asyncio binascii collections deflate errno framebuf gc hashlib heapq io json machine math micropython os platform random re select struct sys time uctypes vfs',
    'rp2 esp32-all esp8266 pybv11': 'dht onewire',
    'rp2 esp32-all pybv11': 'cmath',
    'rp2 esp32-all esp8266': 'cryptolib ds18x20 neopixel',
    'rp2 esp32-all': '_thread',
    'esp32-all rp2-radio esp8266 pybv11': 'network socket',
    'esp32-all rp2-radio esp8266': 'mip ntptime requests ssl tls websocket',
    'rp2-radio esp32 esp32_s3 esp32_c3 esp32_c6': 'bluetooth',
    'esp32-all esp8266': 'btree esp espnow',
    'esp32-all': 'aioespnow apa106 esp32',
    rp2: 'rp2',
    'rp2-radio': 'aioble',
    'esp32_s2 esp32_s3': 'inspect',
    esp8266: 'apa102 ssd1306',
    pybv11: 'lcd160cr pyb stm',
    nano_rp2040: 'logging lsm6dsox',
    wio_terminal: 'samd',
  },
  'bluetooth.BLE': {
    'nano_rp2040 esp32 esp32_s3 esp32_c3 esp32_c6': 'gap_pair gap_passkey',
    nano_rp2040: 'l2cap_connect l2cap_disconnect l2cap_listen l2cap_recvinto l2cap_send',
  },
  esp: {
    esp8266: 'deepsleep flash_id set_native_code_location sleep_type',
  },
  esp32: {
    'esp32 esp32_s2 esp32_s3 esp32_c6': 'PCNT wake_on_ext1 wake_on_ulp',
    'esp32 esp32_s2 esp32_s3 esp32_c3': 'gpio_deep_sleep_hold',
    'esp32_s2 esp32_s3 esp32_c3 esp32_c6': 'mcu_temperature',
    'esp32 esp32_s2 esp32_s3': 'ULP wake_on_ext0 wake_on_touch',
    esp32: 'raw_temperature',
  },
  espnow: {
    'esp32-all':
      'RATE_11M RATE_12M RATE_1M RATE_24M RATE_2M RATE_54M RATE_5M RATE_6M RATE_LORA_250K RATE_LORA_500K',
    esp8266: 'POLLIN poll',
  },
  'espnow.ESPNow': {
    'esp32-all': 'get_peer get_peers irq mod_peer peer_count stats',
  },
  'espnow.ESPNowBase': {
    'esp32-all': 'any get_peer get_peers irq mod_peer peer_count stats',
  },
  machine: {
    'rp2 esp32_s2 esp32_s3 esp32_c3 esp32_c6 pybv11 wio_terminal': 'I2CTarget',
    'rp2 esp32-all pybv11': 'I2S',
    'rp2 esp32_s2 esp32_s3 esp32_c3 pybv11 wio_terminal': 'bootloader',
    'esp32-all esp8266 pybv11 wio_terminal': 'DEEPSLEEP_RESET HARD_RESET SOFT_RESET',
    'rp2 esp32_s2 esp32_s3 wio_terminal': 'USBDevice',
    'esp32-all esp8266 pybv11': 'sleep',
    'esp32-all esp8266': 'DEEPSLEEP',
    'esp32-all':
      'ADCBlock EXT0_WAKE EXT1_WAKE PIN_WAKE SDCard SLEEP TIMER_WAKE TOUCHPAD_WAKE ULP_WAKE wake_reason',
    'esp32 esp32_s2 esp32_s3 esp32_c6': 'Counter Encoder',
    'esp32 esp32_s2 wio_terminal': 'DAC',
    'esp32 esp32_s2 esp32_s3': 'TouchPad',
    pybv11: 'CAN info rng',
  },
  'machine.ADC': {
    'rp2 pybv11': 'CORE_TEMP',
    'esp32-all wio_terminal': 'deinit',
    'esp32-all esp8266': 'read',
    'esp32-all': 'ATTN_0DB ATTN_11DB ATTN_2_5DB ATTN_6DB atten block init read_uv width',
    'esp32 esp32_s3 esp32_c3 esp32_c6': 'WIDTH_12BIT',
    pybv11: 'CORE_VBAT CORE_VREF VREF',
    esp32: 'WIDTH_10BIT WIDTH_11BIT WIDTH_9BIT',
    esp32_s2: 'WIDTH_13BIT',
  },
  'machine.I2CTarget': {
    'rp2 pybv11 wio_terminal': 'IRQ_ADDR_MATCH_READ IRQ_ADDR_MATCH_WRITE IRQ_READ_REQ IRQ_WRITE_REQ',
  },
  'machine.PWM': {
    'esp32-all esp8266': 'duty',
  },
  'machine.Pin': {
    'rp2 esp32-all pybv11 wio_terminal': 'PULL_DOWN board',
    'rp2 esp32-all esp8266 wio_terminal': 'toggle',
    'rp2 pybv11 wio_terminal': 'cpu high low',
    'rp2 pybv11': 'ALT',
    rp2: 'ALT_GPCK ALT_I2C ALT_PIO0 ALT_PIO1 ALT_PWM ALT_SIO ALT_SPI ALT_UART ALT_USB',
    'esp32-all': 'DRIVE_0 DRIVE_1 DRIVE_2 DRIVE_3 WAKE_HIGH WAKE_LOW',
    'pico2 pico2_w': 'ALT_CORESIGHT_TRACE ALT_HSTX ALT_PIO2 ALT_UART_AUX ALT_XIP_CS1',
    pybv11:
      'AF1_TIM1 AF1_TIM2 AF2_TIM3 AF2_TIM4 AF2_TIM5 AF3_TIM10 AF3_TIM11 AF3_TIM8 AF3_TIM9 AF4_I2C1 AF4_I2C2 AF5_I2S2 AF5_SPI1 AF5_SPI2 AF6_I2S2 AF7_USART1 AF7_USART2 AF7_USART3 AF8_UART4 AF8_USART6 AF9_CAN1 AF9_CAN2 AF9_TIM12 AF9_TIM13 AF9_TIM14 AF_OD AF_PP ALT_OPEN_DRAIN ANALOG OUT_OD OUT_PP PULL_NONE af af_list debug dict gpio mapper mode name names pin port pull',
    wio_terminal: 'HIGH_POWER LOW_POWER PULL_OFF disable drive',
  },
  'machine.RTC': {
    'esp32-all pybv11 wio_terminal': 'init',
    'esp32-all esp8266': 'memory',
    'pybv11 wio_terminal': 'calibration',
    esp8266: 'ALARM0 alarm alarm_left irq',
    pybv11: 'info wakeup',
  },
  'machine.Timer': {
    'esp32-all': 'value',
  },
  'machine.UART': {
    'rp2 esp32-all pybv11 wio_terminal': 'IRQ_RXIDLE irq sendbreak',
    'rp2 esp32-all pybv11': 'CTS RTS',
    'rp2 esp32-all': 'INV_RX INV_TX IRQ_BREAK',
    'esp32-all pybv11 wio_terminal': 'IRQ_RX',
    'rp2 wio_terminal': 'IRQ_TXIDLE',
    'esp32-all': 'INV_CTS INV_RTS',
    pybv11: 'readchar writechar',
  },
  'machine.USBDevice': {
    'pico pico_w pico2 pico2_w esp32_s2 esp32_s3 wio_terminal': 'BUILTIN_CDC',
    nano_rp2040: 'BUILTIN_CDC_MSC',
  },
  'machine.WDT': {
    wio_terminal: 'timeout_ms',
  },
  network: {
    'esp32-all rp2-radio esp8266': 'WLAN ipconfig',
    'esp32-all pico_w pico2_w esp8266':
      'STAT_CONNECTING STAT_CONNECT_FAIL STAT_GOT_IP STAT_IDLE STAT_NO_AP_FOUND STAT_WRONG_PASSWORD',
    'esp32-all esp8266':
      'AUTH_OPEN AUTH_WEP AUTH_WPA2_PSK AUTH_WPA_PSK AUTH_WPA_WPA2_PSK MODE_11B MODE_11G MODE_11N phy_mode',
    'esp32-all':
      'AUTH_MAX AUTH_OWE AUTH_WAPI_PSK AUTH_WPA2_ENTERPRISE AUTH_WPA2_WPA3_PSK AUTH_WPA3_ENT_192 AUTH_WPA3_EXT_PSK AUTH_WPA3_EXT_PSK_MIXED_MODE AUTH_WPA3_PSK ETH_CONNECTED ETH_DISCONNECTED ETH_GOT_IP ETH_INITIALIZED ETH_STARTED ETH_STOPPED LAN MODE_LR PHY_DM9051 PHY_DP83848 PHY_IP101 PHY_KSZ8041 PHY_KSZ8081 PHY_KSZ8851SNL PHY_LAN8710 PHY_LAN8720 PHY_RTL8201 PHY_W5500 PPP STAT_ASSOC_FAIL STAT_BEACON_TIMEOUT STAT_HANDSHAKE_TIMEOUT STAT_NO_AP_FOUND_IN_AUTHMODE_THRESHOLD STAT_NO_AP_FOUND_IN_RSSI_THRESHOLD STAT_NO_AP_FOUND_W_COMPATIBLE_SECURITY',
    'rp2-radio pybv11': 'route',
    esp32: 'PHY_GENERIC PHY_LAN8670',
    pybv11: 'WIZNET5K',
  },
  'network.WLAN': {
    'esp32-all pico_w pico2_w esp8266': 'PM_NONE PM_PERFORMANCE PM_POWERSAVE',
    'esp32-all nano_rp2040 esp8266': 'SEC_WEP',
    'esp32-all pico_w pico2_w': 'SEC_WPA2_WPA3 SEC_WPA3',
    'esp32-all esp8266': 'SEC_WPA SEC_WPA2',
    'esp32-all':
      'PROTOCOL_DEFAULT PROTOCOL_LR SEC_DPP SEC_OWE SEC_WAPI SEC_WPA2_ENT SEC_WPA2_WPA3_ENT SEC_WPA3_ENT SEC_WPA3_ENT_192 SEC_WPA3_EXT_PSK SEC_WPA3_EXT_PSK_MIXED_MODE SEC_WPA_ENT',
    'rp2-radio': 'ioctl',
    'pico_w pico2_w': 'deinit send_ethernet',
    nano_rp2040: 'OPEN WEP WPA_PSK',
  },
  os: {
    'rp2 esp32-all esp8266 pybv11': 'uname',
    'rp2 esp32-all esp8266': 'dupterm_notify',
  },
  rp2: {
    'pico_w pico2_w': 'country',
  },
  socket: {
    'esp32-all pico_w pico2_w esp8266':
      'IPPROTO_IP IPPROTO_TCP IP_ADD_MEMBERSHIP MSG_DONTWAIT MSG_PEEK TCP_NODELAY',
    'esp32-all': 'IPPROTO_UDP SO_BINDTODEVICE',
    'pico_w pico2_w esp8266': 'IP_DROP_MEMBERSHIP callback print_pcbs reset',
    'nano_rp2040 pybv11': 'SO_KEEPALIVE SO_RCVTIMEO SO_SNDTIMEO',
  },
  'socket.socket': {
    'esp32-all': 'fileno',
  },
  ssl: {
    'esp32-all rp2-radio':
      'CERT_OPTIONAL CERT_REQUIRED MBEDTLS_VERSION PROTOCOL_DTLS_CLIENT PROTOCOL_DTLS_SERVER',
  },
};

/** Names that old programs use and that no board has any more. */
export const GONE_NAMES: Readonly<Record<string, string>> = { esp32: 'hall_sensor' };

/** Since which version a name is there, from MicroPython's release notes. What came earlier is not listed. */
export const SINCE: Readonly<Record<string, string>> = {
  'network.country': '1.20',
  'network.hostname': '1.20',
  asyncio: '1.21',
  deflate: '1.21',
  'rp2.DMA': '1.22',
  vfs: '1.23',
  'machine.USBDevice': '1.23',
  'machine.I2CTarget': '1.26',
};
