"""XLSForm workbooks (https://xlsform.org), read as surveys and written from them."""
