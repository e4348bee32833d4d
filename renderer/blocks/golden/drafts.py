print('program')
