/* Two generations of code in one page: jQuery for the new half, the old library keeps its dollar. */
jQuery.noConflict();

jQuery(($) => {
  $(document).on('click', '.box h3', function () {
    $(this).siblings().toggle();
  });
  // "Please wait" on every form, as somebody once asked for.
  $('form').on('submit', function () {
    $(this).find('button').val('Please wait');
  });
});

document.observe('keydown', (event) => {
  // Backspace once went a page back.
  if (event.keyCode === 8 && event.element() === document.body) event.stop();
});
