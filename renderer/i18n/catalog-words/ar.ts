/** Boards, parts and worlds in Arabic. The keys are explained in ../catalog.ts. */

import type { CatalogWords } from '../words.ts';

const FLASH = 'متصل بالذاكرة التي تحفظ البرنامج: استخدامه يعطّل اللوحة.';
const CONSOLE = 'يخص وحدة تحكم USB: استخدامه يقطع الاتصال بالحاسوب.';

export const catalogWords: CatalogWords = {
  'pico.about': 'صغيرة ورخيصة: 26 طرفًا و3 مداخل تماثلية، دون اتصال لاسلكي. تعمل بجهد 3.3 فولت.',
  'pico.caution.GPIO23': 'الطرف GPIO23 يحدد وضع مصدر التغذية على اللوحة.',
  'pico.caution.GPIO24': 'الطرف GPIO24 يكتشف التغذية من USB.',
  'pico.caution.GPIO29': 'الطرف GPIO29 يقيس جهد التغذية على اللوحة.',
  'esp32_devkit.about':
    'اللوحة المعروفة للأشياء المتصلة: 25 طرفًا و15 مدخلًا تماثليًا وواي فاي وبلوتوث. تعمل بجهد 3.3 فولت.',
  'esp32_devkit.caution.GPIO0':
    'يجب أن يكون GPIO0 مرتفعًا عند التشغيل، وإلا انتظرت اللوحة برنامجًا ثابتًا جديدًا.',
  'esp32_devkit.caution.GPIO1': `الطرف GPIO1 ${CONSOLE}`,
  'esp32_devkit.caution.GPIO2':
    'يجب أن يكون GPIO2 منخفضًا أو حرًا عند كتابة البرنامج الثابت؛ وهو يضيء أيضًا LED الأزرق.',
  'esp32_devkit.caution.GPIO3': `الطرف GPIO3 ${CONSOLE}`,
  'esp32_devkit.caution.GPIO5': 'يجب أن يكون GPIO5 مرتفعًا عند التشغيل.',
  'esp32_devkit.caution.GPIO6': `الطرف GPIO6 ${FLASH}`,
  'esp32_devkit.caution.GPIO7': `الطرف GPIO7 ${FLASH}`,
  'esp32_devkit.caution.GPIO8': `الطرف GPIO8 ${FLASH}`,
  'esp32_devkit.caution.GPIO9': `الطرف GPIO9 ${FLASH}`,
  'esp32_devkit.caution.GPIO10': `الطرف GPIO10 ${FLASH}`,
  'esp32_devkit.caution.GPIO11': `الطرف GPIO11 ${FLASH}`,
  'esp32_devkit.caution.GPIO12': 'يجب أن يكون GPIO12 منخفضًا عند التشغيل، وإلا لم تعمل اللوحة.',
  'esp32_devkit.caution.GPIO15': 'يجب أن يكون GPIO15 مرتفعًا عند التشغيل، وإلا لم تظهر رسائل البدء.',

  led: 'LED',
  'led.about':
    'مصباح صغير. يضيء عندما تكون الرجل الطويلة (A) مرتفعة والرجل القصيرة (C) منخفضة؛ ويخفت بـ PWM.',
  'led.state.on': 'مضاء',
  'led.state.brightness': 'السطوع (من 0 إلى 1)',
  'push-button': 'زر ضغط',
  'push-button.about': 'يصل بين جانبيه ما دام مضغوطًا.',
  'push-button.control.pressed': 'اضغط',
  'push-button.state.pressed': 'مضغوط',
  potentiometer: 'مقاومة متغيرة',
  'potentiometer.about': 'مقبض دوّار. يعطي طرفه SIG جهدًا بين GND (إلى اليسار) وVCC (إلى اليمين).',
  'potentiometer.control.position': 'الموضع',
  'potentiometer.state.position': 'الموضع',
  'analog-temperature-sensor': 'حساس حرارة (TMP36)',
  'analog-temperature-sensor.about':
    'يعطي 0.5 فولت عند 0 °C و10 ملي فولت أكثر لكل درجة. داخل عالم يقيس هواءه؛ والمنزلقة للتوصيلات التي لا عالم فيها.',
  'analog-temperature-sensor.control.temperature': 'درجة الحرارة',
  'analog-temperature-sensor.state.temperature': 'درجة الحرارة',
  'analog-temperature-sensor.state.voltage': 'الخرج',
  dht22: 'حساس DHT22',
  'dht22.about':
    'يقيس حرارة الهواء ورطوبته، مرة كل ثانيتين على الأكثر. داخل عالم يقيس هواءه؛ والمنزلقات للتوصيلات التي لا عالم فيها.',
  'dht22.control.temperature': 'درجة الحرارة',
  'dht22.control.humidity': 'الرطوبة',
  'dht22.state.temperature': 'درجة الحرارة',
  'dht22.state.humidity': 'الرطوبة',
  'soil-moisture-sensor': 'حساس رطوبة التربة',
  'soil-moisture-sensor.about':
    'يعطي نحو 2.5 فولت في التربة الجافة و1.3 فولت في التربة المبللة. داخل عالم يقيس تربته؛ والمنزلقة للتوصيلات التي لا عالم فيها.',
  'soil-moisture-sensor.control.moisture': 'رطوبة التربة',
  'soil-moisture-sensor.state.moisture': 'رطوبة التربة',
  'soil-moisture-sensor.state.voltage': 'الخرج',
  relay: 'مرحّل مع جهاز',
  'relay.about': 'يشغّل مضخة أو مدفأة أو مروحة أو مصباحًا ما دام طرفه IN مرتفعًا.',
  'relay.state.on': 'يعمل',
  'relay.state.load': 'الجهاز',
  'relay.option.pump': 'مضخة',
  'relay.option.heater': 'مدفأة',
  'relay.option.fan': 'مروحة',
  'relay.option.lamp': 'مصباح',
  servo: 'محرك سيرفو',
  'servo.about':
    'يدير ذراعه إلى زاوية من 0° إلى 180°. يحتاج إلى PWM بتردد 50 Hz ونبضات من 0.5 ms (0°) إلى 2.5 ms (180°).',
  'servo.state.angle': 'الزاوية',
  'servo.state.target': 'الزاوية المطلوبة',
  resistor: 'مقاومة',
  'resistor.about': 'تحدّ من التيار، أو تسحب سلكًا برفق إلى أعلى أو أسفل، أو تقسّم الجهد.',
  'resistor.state.ohms': 'المقاومة',

  greenhouse: 'البيت الزجاجي',
  'greenhouse.control.timeOfDay': 'الساعة',
  'greenhouse.control.outsideTemperature': 'الحرارة في الخارج (متوسط اليوم)',
  'greenhouse.control.cloudCover': 'الغيوم',
  'greenhouse.control.airTemperature': 'حرارة الهواء الآن',
  'greenhouse.control.airHumidity': 'رطوبة الهواء الآن',
  'greenhouse.control.soilMoisture': 'رطوبة التربة الآن',
  'greenhouse.control.holdAirTemperature': 'تثبيت حرارة الهواء',
  'greenhouse.variable.airTemperature': 'حرارة الهواء',
  'greenhouse.variable.airHumidity': 'رطوبة الهواء',
  'greenhouse.variable.soilMoisture': 'رطوبة التربة',
  'greenhouse.variable.lightLevel': 'الضوء على النباتات',
  'greenhouse.variable.outsideTemperature': 'الحرارة في الخارج',
  'greenhouse.variable.timeOfDay': 'الساعة',
  'greenhouse.variable.ventOpening': 'انفتاح فتحة السقف',
  'greenhouse.variable.pumpFlow': 'الماء من المضخة',
  'greenhouse.variable.heaterPower': 'المدفأة',
  'greenhouse.variable.fanSpeed': 'المروحة',
  'greenhouse.variable.lampPower': 'المصباح',
};
