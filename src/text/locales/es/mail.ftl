# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Aquí no hay nada
web-not-found = Esta dirección no lleva a ninguna parte. Si has llegado desde un correo, puede que el enlace se haya cortado: ábrelo otra vez desde el propio correo o escribe a quien te lo envió.
