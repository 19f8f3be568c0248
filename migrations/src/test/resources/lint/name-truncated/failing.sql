create schema shop;

create table shop.parcels (
  the_moment_at_which_the_parcel_was_handed_to_its_recipient_in_person timestamptz
);
